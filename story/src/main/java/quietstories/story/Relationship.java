package quietstories.story;

import java.util.List;

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
}
