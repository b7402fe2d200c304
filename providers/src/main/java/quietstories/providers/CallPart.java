package quietstories.providers;

/** A call of which some has arrived. */
final class CallPart {

  private static final String NOTHING = "{}";

  private final String name;
  private final StringBuilder arguments = new StringBuilder();
  private JsonBalance balance = new JsonBalance();
  private final String id;

  CallPart(String id, String name) {
    this.id = id;
    this.name = name;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  String arguments() {
    return arguments.toString();
  }

  /** Returns whether a piece with these words cannot belong to this call. */
  boolean isFollowedBy(String newId, String newName, String piece) {
    boolean begins = piece.stripLeading().startsWith("{");
    if (!newId.isEmpty() && !id.isEmpty()) {
      return !newId.equals(id);
    }
    if (!newName.isEmpty() && !newName.equals(name)) {
      return true;
    }
    boolean placeholder = isPlaceholder() && newName.isEmpty();
    return balance.isClosed() && begins && !placeholder;
  }

  void accept(String piece) {
    // why: some servers send an empty object first and the true arguments after it.
    if (isPlaceholder() && !piece.isBlank()) {
      arguments.setLength(0);
      balance = new JsonBalance();
    }
    if (!balance.isClosed()) {
      arguments.append(piece);
      balance.accept(piece);
    }
  }

  /** Returns whether nothing more will come, as far as can be told before the end. */
  boolean isComplete(boolean followed) {
    return balance.isClosed() && (followed || !isPlaceholder());
  }

  /** Ends it; a call without any argument has an empty object for them. */
  void close(boolean finished) {
    if (finished && arguments.toString().isBlank()) {
      arguments.append(NOTHING);
    }
  }

  /** Returns whether this is {@code earlier} told once more. */
  boolean repeats(CallPart earlier) {
    return !id.isEmpty()
        && id.equals(earlier.id)
        && name.equals(earlier.name)
        && arguments().equals(earlier.arguments());
  }

  private boolean isPlaceholder() {
    return arguments.toString().strip().equals(NOTHING);
  }
}
