package quietstories.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import quietstories.engine.Sample;
import quietstories.story.MindChange;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;

/**
 * A program that plays on in the session {@code one} of the database that its first argument names,
 * for as many turns as its second says, and prints the number of each turn once it is stored. After
 * every fifth it goes two turns back and forth again.
 */
public final class AppendingProgram {

  private AppendingProgram() {}

  public static void main(String[] arguments) {
    // why: unbuffered, so that a number is out before the process can be killed.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    try (SqliteStore store = SqliteStore.open(Path.of(arguments[0]))) {
      Session session = store.sessions().load(new SessionId("one")).orElseGet(() -> begun(store));
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        Turn turn = Sample.turn(session, "words");
        session = Sample.after(session, turn);
        store.sessions().append(session, turn, MindChange.NONE);
        out.println(turn.number());
        out.flush();
        if (turn.number() % 5 == 0) {
          session = backAndForth(store, turn.number());
        }
      }
    }
  }

  private static Session backAndForth(SqliteStore store, int turn) {
    SessionId one = new SessionId("one");
    Session back = store.sessions().goTo(one, turn - 2, Sample.BEGINNING).orElseThrow();
    return store.sessions().goTo(one, back.turn() + 2, Sample.BEGINNING).orElseThrow();
  }

  private static Session begun(SqliteStore store) {
    Session session = Sample.session("one");
    store.sessions().create(session);
    return session;
  }
}
