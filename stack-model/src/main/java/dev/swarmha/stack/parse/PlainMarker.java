package dev.swarmha.stack.parse;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Keeps SnakeYAML from deciding what unquoted scalars are: it only marks them as such. */
final class PlainMarker extends Resolver {

  static final Tag PLAIN = new Tag("tag:swarmha.dev,plain");

  @Override
  public Tag resolve(NodeId kind, String value, boolean implicit) {
    return kind == NodeId.scalar && implicit ? PLAIN : super.resolve(kind, value, false);
  }
}
