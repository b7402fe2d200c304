package quietstories.rules;

import quietstories.story.Verdict;

/** What the rules decided, and the situation that it leaves. */
public record Judgement(Verdict verdict, Situation after) {}
