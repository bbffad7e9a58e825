package dev.swarmha.lab.faults;

import static dev.swarmha.lab.Eventually.eventually;
import static dev.swarmha.lab.faults.Scene.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.TaskState;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tasks for which there is no room. */
@Lab
class PlacementFaultsTest {

  private static final String GOOD = web("swarmha/web:1");

  @Fault("no node matches a constraint")
  void goesBackWhenNoNodeMatches(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    scene
        .deploy(web("swarmha/web:2", "placement: {constraints: [node.labels.zone == nowhere]}"))
        .ended(4, "rolled-back")
        .because("web", "no suitable node", "scheduling constraints not satisfied");

    scene.assertAsBefore();
  }

  @Fault("max replicas per node")
  void goesBackWhenNodesAreFullByNumber(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);
    String crowded =
        web("swarmha/web:2", "placement: {max_replicas_per_node: 1}")
            .replace("replicas: 2", "replicas: 4");

    scene
        .deploy(crowded)
        .ended(4, "rolled-back")
        .because("web", "no suitable node", "max replicas per node");

    scene.assertAsBefore();
  }

  @Fault("reservations too large")
  void goesBackWhenNoNodeHasSoMuchMemory(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);

    scene
        .deploy(web("swarmha/web:2", "resources: {reservations: {memory: 4000G}}"))
        .ended(4, "rolled-back")
        .because("web", "no suitable node", "insufficient resources");

    scene.assertAsBefore();
  }

  @Fault("host port taken")
  void goesBackWhenAnotherServiceHoldsThePort(LabSwarm lab) {
    Scene scene = new Scene(lab).given(GOOD);
    String port = "--publish=mode=host,published=8080,target=8080";
    String[] other = {"docker", "service", "create", "--quiet", "--name=other", "--mode=global"};
    lab.exec(
        "m1",
        Stream.concat(Stream.of(other), Stream.of(port, "swarmha/web:1")).toArray(String[]::new));

    scene
        .deploy(GOOD + "    ports: [{target: 8080, published: 8080, mode: host}]\n")
        .ended(4, "rolled-back")
        .because("web", "no suitable node", "host-mode port already in use");

    lab.exec("m1", "docker", "service", "rm", "other");
    scene.assertAsBefore();
  }

  @Fault("start-first deadlock foreseen")
  void refusesAnUpdateThatWouldHang(LabSwarm lab) {
    Scene scene = new Scene(lab).given(startFirst("swarmha/web:1"));
    Map<String, Long> versions = scene.observed().versions();

    scene
        .deploy(startFirst("swarmha/web:2"))
        .ended(1, "failed")
        .saying(
            "service shop_agent would never finish this update",
            "service shop_api would never finish this update",
            "service shop_web would never finish this update",
            "(host-mode port already in use on 3 nodes: ",
            "port 8080/tcp is held by shop_web.",
            "(max replicas per node limit exceed: ",
            "set deploy.update_config.order to stop-first");
    scene.deploy(startFirst("swarmha/web:2"), "--dry-run").ended(1, "failed");

    scene.assertAsBefore();
    assertThat(scene.observed().versions()).isEqualTo(versions);
    assertThatEnginesHang(lab, scene);
    scene.deploy(startFirst("swarmha/web:1")).ended(0, "deployed");
  }

  /** What is sent all the same never ends; and taking it back is not refused. */
  private static void assertThatEnginesHang(LabSwarm lab, Scene scene) {
    for (String service : List.of("shop_web", "shop_agent", "shop_api")) {
      String[] update = {"service", "update", "--detach", "--quiet", "--env-add=NEW=1", service};
      lab.docker("m1").run(update).expect(0);
    }
    eventually(
        () ->
            assertThat(waiting(lab))
                .contains(
                    "no suitable node (host-mode port already in use on 3 nodes)",
                    "host-mode port already in use on 1 node",
                    "no suitable node (max replicas per node limit exceed)"),
        Duration.ofSeconds(30));
    assertThat(scene.observed().running("shop_web")).hasSize(3).noneMatch(Task::upToDate);
  }

  private static List<String> waiting(LabSwarm lab) {
    return lab.swarm().tasks(TaskQuery.all()).stream()
        .filter(task -> task.state() == TaskState.PENDING)
        .map(task -> task.status().error())
        .toList();
  }

  /** On three nodes no service has room for one task more. */
  private static String startFirst(String image) {
    return """
        x-all: &all {endpoint_mode: dnsrr, replicas: 3, update_config: {order: start-first}}
        services:
          web:
            image: IMAGE
            ports: [{target: 8080, published: 8080, mode: host}]
            deploy: *all
          agent:
            image: IMAGE
            ports: [{target: 8080, published: 8081, mode: host}]
            deploy: {endpoint_mode: dnsrr, mode: global, update_config: {order: start-first}}
          api:
            image: IMAGE
            deploy: {<<: *all, placement: {max_replicas_per_node: 1}}
        """
        .replace("IMAGE", image);
  }
}
