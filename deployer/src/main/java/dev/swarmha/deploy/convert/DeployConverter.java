package dev.swarmha.deploy.convert;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.model.Deploy;
import dev.swarmha.stack.model.Placement;
import dev.swarmha.stack.model.Resources;
import dev.swarmha.stack.model.Resources.GenericResource;
import dev.swarmha.stack.model.RestartPolicy;
import dev.swarmha.stack.value.ByteSize;
import dev.swarmha.stack.value.Cpus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How many tasks, where, with what resources, and what follows when one of them ends. */
final class DeployConverter {

  Mapping mode(Deploy deploy) {
    return switch (deploy.mode().toLowerCase(Locale.ROOT)) {
      case "global" -> Mapping.of("Global", Mapping.empty());
      case "global-job" -> Mapping.of("GlobalJob", Mapping.empty());
      case "replicated-job" ->
          Mapping.of(
              "ReplicatedJob",
              new SpecBuilder()
                  .given("MaxConcurrent", deploy.replicas())
                  .given("TotalCompletions", deploy.replicas())
                  .build());
      default ->
          Mapping.of("Replicated", new SpecBuilder().given("Replicas", deploy.replicas()).build());
    };
  }

  Mapping resources(Deploy deploy) {
    return new SpecBuilder()
        .document("Limits", deploy.limits().map(limits -> amounts(limits).build()))
        .document(
            "Reservations",
            deploy
                .reservations()
                .map(needs -> amounts(needs).list("GenericResources", generic(needs)).build()))
        .given("SwapBytes", deploy.swap().bytes())
        .given("MemorySwappiness", deploy.swap().swappiness())
        .build();
  }

  private static SpecBuilder amounts(Resources resources) {
    return new SpecBuilder()
        .number("NanoCPUs", resources.cpus().map(Cpus::nanos))
        .number("MemoryBytes", resources.memory().map(ByteSize::bytes))
        .number("Pids", resources.pids());
  }

  private static List<Mapping> generic(Resources resources) {
    return resources.generic().stream().map(DeployConverter::generic).toList();
  }

  private static Mapping generic(GenericResource resource) {
    Mapping spec =
        new SpecBuilder().always("Kind", resource.kind()).always("Value", resource.units()).build();
    return Mapping.of("DiscreteResourceSpec", spec);
  }

  Mapping restart(RestartPolicy policy) {
    return new SpecBuilder()
        .text("Condition", policy.condition())
        .givenDuration("Delay", policy.delay())
        .given("MaxAttempts", policy.maxAttempts())
        .givenDuration("Window", policy.window())
        .build();
  }

  Mapping placement(Placement placement) {
    List<Mapping> preferences =
        placement.spread().stream()
            .map(node -> Mapping.of("Spread", Mapping.of("SpreadDescriptor", Document.text(node))))
            .toList();
    return new SpecBuilder()
        .texts("Constraints", placement.constraints())
        .list("Preferences", preferences)
        .number("MaxReplicas", placement.maxReplicasPerNode())
        .list("Platforms", placement.platform().map(DeployConverter::platform).stream().toList())
        .build();
  }

  /** Plain "arm" is left out, as {@code ImagePinning} does. */
  private static Mapping platform(Placement.Platform platform) {
    return new SpecBuilder()
        .text(
            "Architecture",
            Optional.of(platform.architecture())
                .filter(architecture -> !architecture.equals("arm")))
        .always("OS", platform.system())
        .build();
  }
}
