package quietstories.engine;

import quietstories.prompt.PromptLimits;
import quietstories.rules.Judgement;
import quietstories.rules.Referee;
import quietstories.tools.Minds;
import quietstories.tools.ToolLimits;
import quietstories.tools.ToolListener;
import quietstories.tools.ToolScene;
import quietstories.tools.Toolbox;
import quietstories.tools.Workbench;

/** Opens a workbench for each turn, on which the narrator's tools run. */
public final class Workshop {

  private final SessionStore store;
  private final Toolbox toolbox;
  private final ToolLimits limits;
  private final ToolListener listener;
  private final TurnTime time;

  /**
   * Creates a workshop.
   *
   * @param store keeps the turns whose tools came before
   * @param listener hears every call of every turn
   */
  public Workshop(
      SessionStore store,
      Toolbox toolbox,
      ToolLimits limits,
      ToolListener listener,
      TurnTime time) {
    this.store = store;
    this.toolbox = toolbox;
    this.limits = limits;
    this.listener = listener;
    this.time = time;
  }

  Workbench open(Round round, Judgement judged, PromptLimits prompt, Minds minds) {
    ToolScene scene =
        new ToolScene(
            round.rules(),
            Referee.gate(round.rules(), judged.after(), judged.verdict()),
            round.session().pointOfView(),
            minds,
            round.dice().fork("tools"),
            new EarlierLooks(store, toolbox, round.session()));
    return new Workbench(
        toolbox, limits.withMemoise(prompt.enableCaching()), scene, listener, time.ticker());
  }
}
