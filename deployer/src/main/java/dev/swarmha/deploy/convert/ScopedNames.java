package dev.swarmha.deploy.convert;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackFile;
import dev.swarmha.stack.model.StackNetwork;
import dev.swarmha.stack.model.StackVolume;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names that the parts of a stack have in the swarm, and the label that tells whose they are. A
 * part has the name that the file gives it, an external one its key, and any other {@code
 * STACK_KEY}.
 */
final class ScopedNames {

  static final String NAMESPACE = "com.docker.stack.namespace";

  private final String stackName;
  private final Stack stack;

  ScopedNames(String stackName, Stack stack) {
    this.stackName = stackName;
    this.stack = stack;
  }

  String service(String key) {
    return stackName + "_" + key;
  }

  String network(String key) {
    Optional<StackNetwork> network = Optional.ofNullable(stack.networks().get(key));
    return full(key, network.flatMap(StackNetwork::name), isExternalNetwork(key));
  }

  boolean isExternalNetwork(String key) {
    return Optional.ofNullable(stack.networks().get(key))
        .filter(StackNetwork::external)
        .isPresent();
  }

  String volume(String key, StackVolume volume) {
    return full(key, volume.name(), volume.external());
  }

  /** The name of a secret or config. */
  String file(String key, StackFile file) {
    return full(key, file.name(), file.external());
  }

  private String full(String key, Optional<String> given, boolean external) {
    return given.orElseGet(() -> external ? key : service(key));
  }

  /** Labels with the one of this stack. */
  Mapping labels(Map<String, String> given) {
    Map<String, String> labels = new TreeMap<>(given);
    labels.put(NAMESPACE, stackName);
    return Mapping.ofTexts(labels);
  }
}
