package dev.swarmha.lab.faults;

import static dev.swarmha.lab.faults.Scene.web;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
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
}
