package dev.swarmha.deploy;

import dev.swarmha.deploy.image.ImagePinning;
import dev.swarmha.deploy.plan.Dependencies;
import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import dev.swarmha.wait.Milestone;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Makes desired stacks for tests; every service updates one task at a time. */
public final class StackBuilder {

  private final String stack;
  private final List<DesiredResource> resources = new ArrayList<>();
  private final Set<ResourceRef> externals = new TreeSet<>();
  private final Map<String, Map<String, Optional<Milestone>>> dependencies = new TreeMap<>();
  private final List<HealthTarget> health = new ArrayList<>();
  private Mapping rendered = Mapping.empty();

  private StackBuilder(String stack) {
    this.stack = stack;
  }

  public static StackBuilder stack(String stack) {
    return new StackBuilder(stack);
  }

  public StackBuilder service(String key, String image) {
    return service(key, image, spec -> spec);
  }

  public StackBuilder service(String key, String image, UnaryOperator<ServiceSpecBuilder> change) {
    String name = stack + "_" + key;
    ServiceSpecBuilder spec =
        ServiceSpecBuilder.service(name, image)
            .stack(stack)
            .label(ImagePinning.IMAGE_LABEL, image)
            .update("pause", Duration.ofSeconds(2));
    resources.add(
        DesiredResource.of(
            new ResourceRef(ResourceKind.SERVICE, name), change.apply(spec).build()));
    return this;
  }

  /** A service that uses a secret and a network of the stack, each by name. */
  public StackBuilder serviceUsing(String key, String image, String secret, String network) {
    Mapping file = Mapping.builder().put("Name", secret).put("UID", "0").put("GID", "0").build();
    Mapping reference =
        Mapping.builder()
            .put("SecretName", secret)
            .put("File", file.with("Mode", Document.number(292)))
            .build();
    return service(
        key,
        image,
        spec ->
            spec.with(
                    DocumentPath.of("TaskTemplate", "ContainerSpec", "Secrets"),
                    Sequence.of(reference))
                .with(
                    DocumentPath.of("TaskTemplate", "Networks"),
                    Sequence.of(Mapping.of("Target", Document.text(network)))));
  }

  /** Gives a service a secret by name, which its tasks see under the same name. */
  public static UnaryOperator<ServiceSpecBuilder> secret(String name) {
    return referring("Secrets", "SecretName", name);
  }

  /** Gives a service a config by name, which its tasks see under the same name. */
  public static UnaryOperator<ServiceSpecBuilder> config(String name) {
    return referring("Configs", "ConfigName", name);
  }

  private static UnaryOperator<ServiceSpecBuilder> referring(String list, String key, String name) {
    Mapping file =
        Mapping.builder()
            .put("Name", name)
            .put("UID", "0")
            .put("GID", "0")
            .put("Mode", 0444)
            .build();
    Mapping reference = Mapping.builder().put(key, name).put("File", file).build();
    return spec ->
        spec.with(DocumentPath.of("TaskTemplate", "ContainerSpec", list), Sequence.of(reference));
  }

  public StackBuilder network(String name) {
    return owned(ResourceKind.NETWORK, name, Optional.empty());
  }

  public StackBuilder secret(String name, String value) {
    return owned(ResourceKind.SECRET, name, Optional.of(payload(value)));
  }

  public StackBuilder config(String name, String value) {
    return owned(ResourceKind.CONFIG, name, Optional.of(payload(value)));
  }

  private StackBuilder owned(ResourceKind kind, String name, Optional<Payload> payload) {
    Mapping.Builder spec =
        Mapping.builder()
            .put("Name", name)
            .put("Labels", Mapping.of(Selector.STACK_LABEL, Document.text(stack)));
    if (kind == ResourceKind.NETWORK) {
      spec.put("Driver", "overlay");
    }
    resources.add(new DesiredResource(new ResourceRef(kind, name), spec.build(), payload));
    return this;
  }

  public StackBuilder external(ResourceKind kind, String name) {
    externals.add(new ResourceRef(kind, name));
    return this;
  }

  public StackBuilder dependsOn(String key, String... others) {
    for (String other : others) {
      before(key).put(stack + "_" + other, Optional.empty());
    }
    return this;
  }

  /** One service waits until another has come so far. */
  public StackBuilder needs(String key, String other, Milestone milestone) {
    before(key).put(stack + "_" + other, Optional.of(milestone));
    return this;
  }

  private Map<String, Optional<Milestone>> before(String key) {
    return dependencies.computeIfAbsent(stack + "_" + key, name -> new TreeMap<>());
  }

  public StackBuilder health(HealthTarget target) {
    health.add(target);
    return this;
  }

  /** What the file says of how many tasks of a service must be available. */
  public StackBuilder minAvailable(String key, long tasks) {
    rendered =
        rendered.withAt(
            DocumentPath.of("services", key, "x-swarmha", "minAvailable"), Document.number(tasks));
    return this;
  }

  public DesiredStack build() {
    List<DesiredResource> sorted = new ArrayList<>(resources);
    sorted.sort((one, other) -> one.ref().compareTo(other.ref()));
    return new DesiredStack(
        stack, sorted, externals, new Dependencies(dependencies), health, rendered);
  }

  private static Payload payload(String text) {
    return Payload.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
