package dev.swarmha.stack.model;

import dev.swarmha.stack.model.Resources.GenericResource;
import dev.swarmha.stack.value.ByteSize;
import dev.swarmha.stack.value.Cpus;
import dev.swarmha.stack.value.PlatformSyntax;
import dev.swarmha.stack.value.RestartPolicySyntax;
import java.util.List;
import java.util.Optional;

/** {@code deploy}, and the older {@code restart} beside it, to the model. */
final class DeployBinder {

  private static final String REPLICATED = "replicated";
  private static final long UNLIMITED = -1;

  Deploy bind(Fields service) {
    Fields deploy = service.sectionOrNone("deploy");
    Fields resources = deploy.sectionOrNone("resources");
    return new Deploy(
        deploy.text("mode").orElse(REPLICATED),
        deploy.number("replicas"),
        deploy.textsByName("labels"),
        deploy.text("endpoint_mode"),
        deploy.section("update_config").map(DeployBinder::update),
        deploy.section("rollback_config").map(DeployBinder::update),
        resources.section("limits").map(DeployBinder::resources),
        resources.section("reservations").map(DeployBinder::resources),
        restart(service, deploy),
        placement(service, deploy.sectionOrNone("placement")),
        swap(service, resources.sectionOrNone("limits")));
  }

  private static UpdatePolicy update(Fields update) {
    return new UpdatePolicy(
        update.number("parallelism"),
        update.duration("delay"),
        update.text("failure_action"),
        update.duration("monitor"),
        update.decimal("max_failure_ratio"),
        update.text("order"));
  }

  private static Resources resources(Fields resources) {
    List<GenericResource> generic =
        resources
            .sections("generic_resources")
            .map(resource -> resource.sectionOrNone("discrete_resource_spec"))
            .map(
                spec ->
                    new GenericResource(
                        spec.text("kind").orElse(""), spec.number("value").orElse(0L)))
            .toList();
    return new Resources(
        resources.text("cpus").filter(text -> !text.isEmpty()).map(Cpus::parse),
        resources.text("memory").map(ByteSize::parse),
        resources.number("pids"),
        generic);
  }

  private static Optional<RestartPolicy> restart(Fields service, Fields deploy) {
    Optional<RestartPolicy> policy =
        deploy
            .section("restart_policy")
            .map(
                given ->
                    new RestartPolicy(
                        given.text("condition"),
                        given.duration("delay"),
                        given.number("max_attempts"),
                        given.duration("window")));
    return policy.or(
        () -> service.text("restart").flatMap(RestartPolicySyntax::parse).map(DeployBinder::older));
  }

  private static RestartPolicy older(RestartPolicySyntax.Policy policy) {
    Optional<Long> attempts =
        policy.maxAttempts().isPresent()
            ? Optional.of(policy.maxAttempts().getAsLong())
            : Optional.empty();
    return new RestartPolicy(
        Optional.of(policy.condition()), Optional.empty(), attempts, Optional.empty());
  }

  private static Placement placement(Fields service, Fields placement) {
    return new Placement(
        placement.texts("constraints"),
        placement.sections("preferences").flatMap(one -> one.text("spread").stream()).toList(),
        placement.number("max_replicas_per_node"),
        service
            .text("platform")
            .map(PlatformSyntax::parse)
            .map(platform -> new Placement.Platform(platform.system(), platform.architecture())));
  }

  /** The file counts memory and swap together, Swarm counts swap alone. */
  private static Swap swap(Fields service, Fields limits) {
    long memory = limits.text("memory").map(ByteSize::parse).map(ByteSize::bytes).orElse(0L);
    Optional<Long> both =
        service
            .text("memswap_limit")
            .map(text -> text.startsWith("-") ? UNLIMITED : ByteSize.parse(text).bytes())
            .filter(bytes -> bytes != 0);
    return new Swap(
        both.map(bytes -> bytes == UNLIMITED ? UNLIMITED : bytes - memory),
        service.number("mem_swappiness"));
  }
}
