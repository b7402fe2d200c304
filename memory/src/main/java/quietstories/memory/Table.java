package quietstories.memory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hash table from keys to lists of numbers, to which entries are only ever added. One writer;
 * readers need no lock and see at least what was there when they came to know the table.
 *
 * @param <K> the keys
 */
final class Table<K> {

  private record Entry<K>(K key, Ints numbers) {}

  private volatile @Nullable Entry<K>[] slots = room(64);
  private int size;

  /** Returns the list of that key, or empty if it has none. */
  Optional<Ints> find(K key) {
    @Nullable Entry<K>[] table = slots;
    Entry<K> entry = table[place(table, key)];
    return entry == null ? Optional.empty() : Optional.of(entry.numbers());
  }

  /** Returns the list of that key, a new one if it had none. */
  Ints of(K key) {
    @Nullable Entry<K>[] table = slots;
    int place = place(table, key);
    Entry<K> entry = table[place];
    if (entry == null) {
      entry = new Entry<>(key, new Ints());
      table[place] = entry;
      size++;
      if (size * 2 > table.length) {
        grow(table);
      }
    }
    return entry.numbers();
  }

  private void grow(@Nullable Entry<K>[] old) {
    @Nullable Entry<K>[] larger = room(old.length * 2);
    for (Entry<K> entry : old) {
      if (entry != null) {
        larger[place(larger, entry.key())] = entry;
      }
    }
    slots = larger;
  }

  private static <K> int place(@Nullable Entry<K>[] table, K key) {
    int mask = table.length - 1;
    int place = ((key.hashCode() * 0x9E3779B9) >>> 7) & mask;
    for (Entry<K> entry = table[place]; entry != null; entry = table[place]) {
      if (entry.key().equals(key)) {
        return place;
      }
      place = (place + 1) & mask;
    }
    return place;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <K> @Nullable Entry<K>[] room(int places) {
    return new Entry[places];
  }
}
