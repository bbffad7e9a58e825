package dev.swarmha.engine;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * Things in their order, of which those that belong to one id are found at once: large swarms have
 * many.
 */
final class IndexedList<T> extends AbstractList<T> implements RandomAccess {

  private final List<T> list;
  private final Map<ResourceId, List<T>> byId = new HashMap<>();

  private IndexedList(List<T> list, Function<T, ResourceId> id) {
    this.list = List.copyOf(list);
    this.list.forEach(
        each -> byId.computeIfAbsent(id.apply(each), any -> new ArrayList<>(1)).add(each));
    byId.replaceAll((any, those) -> List.copyOf(those));
  }

  /**
   * A copy; the list itself where it is indexed already.
   *
   * @param id the same for all lists of a type
   */
  static <T> List<T> of(List<T> list, Function<T, ResourceId> id) {
    return list instanceof IndexedList<T> indexed ? indexed : new IndexedList<>(list, id);
  }

  /** Those of an id in an indexed list, in its order. */
  static <T> List<T> allOf(List<T> indexed, ResourceId id) {
    return ((IndexedList<T>) indexed).byId.getOrDefault(id, List.of());
  }

  /** The first of an id in an indexed list. */
  static <T> Optional<T> firstOf(List<T> indexed, ResourceId id) {
    List<T> all = allOf(indexed, id);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  @Override
  public T get(int index) {
    return list.get(index);
  }

  @Override
  public int size() {
    return list.size();
  }
}
