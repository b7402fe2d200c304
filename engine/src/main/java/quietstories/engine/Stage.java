package quietstories.engine;

/** Passes a telling on to the turn's listener and takes the time of its first text. */
final class Stage implements Telling.Audience {

  private final Round round;

  Stage(Round round) {
    this.round = round;
  }

  @Override
  public void text(String piece) {
    round.say(new TurnEvent.Told(piece));
    if (round.announcer().shows()) {
      round.clock().textShown();
    }
  }

  @Override
  public void waiting(TurnEvent.WaitingFor what) {
    round.say(new TurnEvent.Waiting(what));
  }
}
