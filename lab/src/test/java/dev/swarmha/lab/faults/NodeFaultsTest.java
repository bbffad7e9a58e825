package dev.swarmha.lab.faults;

import static dev.swarmha.lab.faults.Scene.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Running;
import java.util.Map;

/** Machines that go away while a stack is deployed. */
@Lab
class NodeFaultsTest {

  private static final String FOUR = web("swarmha/web:1").replace("replicas: 2", "replicas: 4");

  /** The Engine goes on counting the tasks of the dead node as running. */
  @Fault("worker killed in mid-rollout")
  void countsOnlyTasksOnNodesThatAreThere(LabSwarm lab) {
    Scene scene = new Scene(lab).given(FOUR);
    String slow =
        FOUR.replace("web:1", "web:slow") + "      update_config: {parallelism: 0, monitor: 1s}\n";
    Running deploy = scene.start(slow);
    scene.awaitSpec("shop_web", "swarmha/web:slow");

    lab.kill("w2");

    new Scene.Result(deploy.await()).ended(0, "deployed");
    assertThat(scene.observed().spread("shop_web")).isEqualTo(Map.of("m1", 2, "w1", 2));
  }

  /** What runs needs no image; what is new has to run the digest that is known. */
  @Fault("registry down, images unchanged")
  void deploysWithoutTheRegistryWhereImagesAreThere(LabSwarm lab) {
    Scene scene = new Scene(lab).given(FOUR);
    String image = scene.image("shop_web");
    String registry =
        lab.exec("m1", "getent", "hosts", "registry-1.docker.io").replaceFirst("(?s)\\s.*", "");
    try {
      lab.nodes()
          .forEach(node -> lab.exec(node, "ip", "route", "add", "unreachable", registry + "/32"));

      scene
          .deploy(FOUR + "    environment: [SIZE=large]\n", "--stable-for", "1s")
          .ended(0, "deployed");

      assertThat(scene.image("shop_web")).isEqualTo(image);
    } finally {
      lab.nodes()
          .forEach(node -> lab.exec(node, "ip", "route", "del", "unreachable", registry + "/32"));
    }
  }
}
