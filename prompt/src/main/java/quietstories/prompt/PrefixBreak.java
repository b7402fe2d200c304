package quietstories.prompt;

import java.util.Locale;

/** Why a prompt does not begin as the one before it did. */
public enum PrefixBreak {
  /** There was none before it, or none that is still known. */
  FIRST_PROMPT,
  /** The answer is asked for in another form. */
  FORM_CHANGED,
  /** Other tools are offered. */
  TOOLS_CHANGED,
  /** The limits were changed. */
  SETTINGS_CHANGED,
  /** Somebody joined or left the cast, or the text about somebody or the world changed. */
  CAST_OR_WORLD_CHANGED,
  /** The window overflowed and its oldest turns fell out. */
  HISTORY_CUT,
  /** The summary of what happened earlier was rewritten. */
  SUMMARY_CHANGED,
  /** Turns that were told are not those that happened any longer. */
  TURNS_REPLACED;

  /** Returns the name in timelines, such as {@code history_cut}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
