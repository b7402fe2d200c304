package quietstories.story;

import java.util.List;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * What {@code from} is to and feels about {@code to}. There is one for each ordered pair.
 *
 * @param sentiment from -1, hatred, to 1, love
 * @param strength from 0, hardly there, to 1, decisive
 * @param weight how much evidence the sentiment is the mean of, 0 or above
 * @param lead by how much the evidence for the type outweighs that for other types, 0 or above
 * @param open whether all that it was gathered from is public, so that others may know it too
 * @param evidence the memories from which it was gathered, the newest last; bounded
 * @param lastTurn the turn that changed it last
 */
public record Relationship(
    EntityId from,
    EntityId to,
    RelationshipType type,
    double sentiment,
    double strength,
    double weight,
    double lead,
    boolean open,
    List<MemoryId> evidence,
    int lastTurn) {

  public Relationship {
    evidence = List.copyOf(evidence);
    if (from.equals(to)) {
      throw new InvalidStory("to", "nobody has a relationship with themselves");
    }
    if (!(sentiment >= -1 && sentiment <= 1)) {
      throw new InvalidStory("sentiment", "must be from -1 to 1, not " + sentiment);
    }
    if (!(strength >= 0 && strength <= 1)) {
      throw new InvalidStory("strength", "must be from 0 to 1, not " + strength);
    }
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new InvalidStory("weight", "must be 0 or above, not " + weight);
    }
    if (!(lead >= 0 && lead < Double.POSITIVE_INFINITY)) {
      throw new InvalidStory("lead", "must be 0 or above, not " + lead);
    }
  }

  /** Returns it as JSON, from which {@link #from} makes an equal one. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("from", from.value())
        .put("to", to.value())
        .put("type", type.wireName())
        .put("sentiment", sentiment)
        .put("strength", strength)
        .put("weight", weight)
        .put("lead", lead)
        .put("open", open)
        .put("evidence", JsonArray.ofTexts(evidence.stream().map(MemoryId::value).toList()))
        .put("last_turn", lastTurn)
        .build();
  }

  /**
   * Reads the form that {@link #toJson} writes.
   *
   * @throws InvalidStory if it is not that
   */
  public static Relationship from(JsonObject json) {
    return new Relationship(
        new EntityId(Required.text(json, "from")),
        new EntityId(Required.text(json, "to")),
        Required.named(json, "type", RelationshipType::named, "a type of relationship"),
        Required.number(json, "sentiment"),
        Required.number(json, "strength"),
        Required.number(json, "weight"),
        Required.number(json, "lead"),
        Required.flag(json, "open"),
        Required.ids(json, "evidence", MemoryId::new),
        Required.count(json, "last_turn"));
  }

  /** Returns this relationship with that evidence. */
  public Relationship withEvidence(List<MemoryId> newEvidence) {
    return new Relationship(
        from, to, type, sentiment, strength, weight, lead, open, newEvidence, lastTurn);
  }
}
