package quietstories.authoring;

import java.util.Optional;

/**
 * Somebody whom a description names.
 *
 * @param name without an article, such as {@code Madame Dupont}
 * @param who as it stands after "is", such as {@code your rival}; empty if nothing is said
 */
record Person(String name, Optional<String> who) {}
