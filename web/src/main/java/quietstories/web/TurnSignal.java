package quietstories.web;

import quietstories.engine.PlayedTurn;
import quietstories.engine.TurnEvent;

/** What the thread that plays a turn tells the one that writes the stream. */
sealed interface TurnSignal {

  /** Something happened in the turn. */
  record Happened(TurnEvent event) implements TurnSignal {}

  /** The turn is over and stored. */
  record Done(PlayedTurn played) implements TurnSignal {}

  /** There is no turn. */
  record Failed(Throwable fault) implements TurnSignal {}
}
