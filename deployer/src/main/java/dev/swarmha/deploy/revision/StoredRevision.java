package dev.swarmha.deploy.revision;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Resource;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A revision as it is stored: in one config, or in several where one has not room enough. The first
 * is written last and makes the revision: without it the others are what is left of one that was
 * never finished writing, or never finished forgetting.
 */
record StoredRevision(Resource first, List<Resource> others) {

  private static final Comparator<Resource> BY_PART =
      Comparator.comparing(
          part -> part.label(RevisionLabels.PART).map(Integer::valueOf).orElseThrow());

  StoredRevision {
    requireNonNull(first, "first");
    others = others.stream().sorted(BY_PART).toList();
  }

  /** The revisions in some configs, the oldest first. */
  static List<StoredRevision> in(List<Resource> configs) {
    TreeMap<Integer, StoredRevision> stored = new TreeMap<>();
    configs.stream()
        .filter(each -> !isPart(each))
        .forEach(
            first -> {
              int number = RevisionLabels.number(first);
              stored.put(number, new StoredRevision(first, parts(number, configs)));
            });
    return List.copyOf(stored.values());
  }

  private static List<Resource> parts(int number, List<Resource> configs) {
    return configs.stream()
        .filter(each -> isPart(each) && RevisionLabels.number(each) == number)
        .toList();
  }

  /** The configs of no revision. */
  static List<Resource> fragments(List<Resource> configs) {
    List<Resource> fragments = new ArrayList<>(configs);
    in(configs)
        .forEach(
            stored -> {
              fragments.remove(stored.first());
              fragments.removeAll(stored.others());
            });
    return fragments;
  }

  private static boolean isPart(Resource config) {
    return config.label(RevisionLabels.PART).filter(part -> part.matches("\\d{1,9}")).isPresent();
  }

  Revision revision() {
    return RevisionLabels.read(first);
  }

  /** What it keeps; empty where it does not tell, or where a part of it is gone. */
  Optional<StackRecord> record() {
    if (others.size() + 1 != RevisionLabels.parts(first)) {
      return Optional.empty();
    }
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(bytes(first));
    others.forEach(part -> data.writeBytes(bytes(part)));
    return RevisionData.read(revision().stack(), data.toByteArray());
  }

  private static byte[] bytes(Resource config) {
    return Base64.getDecoder().decode(config.spec().text("Data").orElse(""));
  }
}
