package quietstories.memory;

import java.util.Set;

/** Words that say how something is asked or told, not what about. */
final class StopWords {

  private static final Set<String> ALL =
      Set.of(
          ("a about above after again against all am an and any are as at be because been before"
                  + " being below between both but by can could did do does doing don down during"
                  + " each few for from further had has have having he her here hers herself him"
                  + " himself his how i if in into is it its itself just ll me more most my myself"
                  + " no nor not now of off on once only or other our ours ourselves out over own"
                  + " re s same she should so some such t than that the their theirs them"
                  + " themselves then there these they this those through to too under until up ve"
                  + " very was we were what when where which while who whom whose why will with"
                  + " would you your yours yourself yourselves d m shall may might must")
              .split(" "));

  private StopWords() {}

  static boolean contains(String word) {
    return ALL.contains(word);
  }
}
