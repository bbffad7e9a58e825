package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A node is emptied under constant requests, by Docker and by us. */
@Lab
class DrainTest {

  private static final Duration SOON = Duration.ofSeconds(90);

  private static final String STACK = "lab/src/test/resources/stacks/drain.yml";

  /** By full name of a service, the port that its tasks open on their nodes. */
  private static final Map<String, Integer> PORTS =
      new TreeMap<>(
          Map.of(
              "site_a", 8081, "site_b", 8082, "site_c", 8083, "site_d", 8084, "site_lone", 8085));

  @Test
  void keepsCapacityWhereDockerDropsIt(LabSwarm lab) {
    deployOnWorkers(lab);
    Observed observed = Observed.of(lab);
    Map<String, Mapping> specs = observed.specs();
    final String first = nodeOfLone(observed);

    DrainLoad docker = DrainLoad.on(lab, PORTS);
    lab.setAvailability(first, "drain");
    eventually(() -> assertMoved(observed, first), SOON);
    docker.end();
    lab.setAvailability(first, "active");
    final String second = nodeOfLone(observed);
    DrainLoad ours = DrainLoad.on(lab, PORTS);
    Finished drained = lab.swarmha("node", "drain", second).expect(0);
    ours.end();

    docker.print("docker node update --availability drain");
    ours.print("swarmha node drain");
    assertThat(drained.out()).contains("node " + second + " is drained");
    assertMoved(observed, second);
    assertThat(observed.specs()).isEqualTo(specs);
    assertThat(ours.requests()).isPositive();
    assertThat(ours.failures("site_a", "site_b", "site_c", "site_d")).isZero();
    assertThat(ours.fewest()).isEqualTo(wanted());
    assertThat(docker.fewest()).isNotEqualTo(wanted());
    assertThat(lab.swarmha("node", "drain", second).expect(0).out()).contains("nothing to do");
  }

  /** So that each worker has one task of each pair. */
  private static void deployOnWorkers(LabSwarm lab) {
    lab.setAvailability("m1", "pause");
    lab.swarmha("deploy", "-c", STACK, "site", "--stable-for", "1s").expect(0);
    lab.setAvailability("m1", "active");
  }

  private static String nodeOfLone(Observed observed) {
    return List.copyOf(observed.spread("site_lone").keySet()).get(0);
  }

  private static Map<String, Integer> wanted() {
    Map<String, Integer> wanted = new TreeMap<>();
    PORTS.keySet().forEach(service -> wanted.put(service, service.endsWith("lone") ? 1 : 2));
    return wanted;
  }

  private static void assertMoved(Observed observed, String node) {
    wanted()
        .forEach(
            (service, tasks) ->
                assertThat(observed.spread(service))
                    .doesNotContainKey(node)
                    .satisfies(
                        spread ->
                            assertThat(spread.values().stream().mapToInt(each -> each).sum())
                                .isEqualTo(tasks)));
  }
}
