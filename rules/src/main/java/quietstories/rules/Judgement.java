package quietstories.rules;

import quietstories.story.Verdict;

/** What the rules decided about an input, and the situation that follows. */
public record Judgement(Verdict verdict, Situation after) {}
