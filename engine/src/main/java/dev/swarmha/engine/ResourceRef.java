package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/** An object by kind and name, whether it is there or not. */
public record ResourceRef(ResourceKind kind, String name) implements Comparable<ResourceRef> {

  private static final Comparator<ResourceRef> ORDER =
      Comparator.comparing(ResourceRef::kind).thenComparing(ResourceRef::name);

  public ResourceRef {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
  }

  public static ResourceRef of(Resource resource) {
    return new ResourceRef(resource.kind(), resource.name());
  }

  @Override
  public int compareTo(ResourceRef other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind.word() + " " + name;
  }
}
