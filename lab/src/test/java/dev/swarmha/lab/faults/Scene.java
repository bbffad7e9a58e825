package dev.swarmha.lab.faults;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Task;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import dev.swarmha.lab.Program;
import dev.swarmha.lab.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stack, {@code shop} as a rule, on a lab's swarm: how it was when all was well, and how it is
 * now.
 */
final class Scene {

  static final String STACK = "shop";

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<ResourceKind> STORED =
      List.of(ResourceKind.NETWORK, ResourceKind.SECRET, ResourceKind.CONFIG);

  private final LabSwarm lab;
  private final String stack;
  private Map<String, Mapping> specs = Map.of();
  private Set<String> stored;

  Scene(LabSwarm lab) {
    this(lab, STACK);
  }

  Scene(LabSwarm lab, String stack) {
    this.lab = lab;
    this.stack = stack;
    this.stored = storedNow();
  }

  /** A service that is well, with two tasks; further lines belong to its {@code deploy} section. */
  static String web(String image, String... deploy) {
    return """
        services:
          web:
            image: %s
            deploy:
              replicas: 2
              endpoint_mode: dnsrr
              restart_policy: {delay: 1s}
        """
            .formatted(image)
        + Stream.of(deploy).map(line -> "      " + line + "\n").collect(Collectors.joining());
  }

  /** Deploys what is well, and remembers how the swarm is then. */
  Scene given(String file) {
    deploy(file, "--stable-for", "1s").ended(0, "deployed");
    remember();
    return this;
  }

  /** Remembers how the swarm is now, when all is well. */
  void remember() {
    specs = observed().specs();
    stored = storedNow();
  }

  /** Deploys a file with events as JSON, to the end. */
  Result deploy(String file, String... options) {
    return new Result(run(file, options));
  }

  /** Deploys a file with events as JSON, to the end, and leaves it to others what to expect. */
  Finished run(String file, String... options) {
    return program(file).run(words(options));
  }

  /** Deploys a file by another way to the Engine. */
  Result deployAt(String endpoint, String file) {
    return new Result(program(file).at(endpoint).run(words()));
  }

  /** Begins to deploy a file. */
  Running start(String file, String... options) {
    return program(file).start(words(options));
  }

  private Program program(String file) {
    return lab.program().reading(file);
  }

  private String[] words(String... options) {
    List<String> words = new ArrayList<>(List.of("deploy", "-c", "-", stack));
    words.addAll(List.of("--progress", "json"));
    words.addAll(List.of(options));
    return words.toArray(String[]::new);
  }

  /** Waits until a service is to run an image. */
  void awaitSpec(String service, String image) {
    eventually(() -> assertThat(image(service)).startsWith(image + "@"), SOON);
  }

  /** The image that a service is to run. */
  String image(String service) {
    return image(observed().service(service).spec());
  }

  private static String image(Mapping spec) {
    return spec.mapping("TaskTemplate").mapping("ContainerSpec").text("Image").orElseThrow();
  }

  Observed observed() {
    return Observed.of(lab);
  }

  /** Every service runs its spec from before with its tasks, and nothing is there beside. */
  void assertAsBefore() {
    assertThat(observed().specs()).isEqualTo(specs);
    assertThat(storedNow()).isEqualTo(stored);
    specs.forEach(
        (service, spec) -> assertThat(images(service)).isNotEmpty().allMatch(image(spec)::equals));
  }

  private Stream<String> images(String service) {
    return observed().running(service).stream().map(Task::image);
  }

  /** The names of networks, secrets and configs, revisions apart. */
  private Set<String> storedNow() {
    return STORED.stream()
        .flatMap(kind -> lab.swarm().list(kind, Selector.all()).stream())
        .filter(object -> !object.labels().containsKey("dev.swarmha.stack"))
        .map(Resource::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How a command ended. */
  record Result(Finished finished) {

    /** The exit code and the outcome of the last JSON line. */
    Result ended(int code, String outcome) {
      assertThat(finished.expect(code).result().path("outcome").asText()).isEqualTo(outcome);
      assertThat(finished.result().path("exitCode").asInt()).isEqualTo(code);
      return this;
    }

    /** The last JSON line says all of this. */
    Result saying(String... words) {
      assertThat(finished.result().path("message").asText()).contains(words);
      return this;
    }

    /** One of the reasons is about this service and contains these words. */
    Result because(String service, String... words) {
      assertThat(finished.result().path("reasons"))
          .anySatisfy(
              reason -> {
                assertThat(reason.path("service").asText()).isEqualTo(STACK + "_" + service);
                assertThat(reason.path("message").asText()).contains(words);
              });
      return this;
    }
  }
}
