package dev.swarmha.lab.faults;

import static dev.swarmha.lab.faults.Scene.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.faults.EngineRelay.Update;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Somebody else writes between the moment when swarmha reads and the moment when it writes. */
@Lab
class StaleVersionTest {

  private static final String WANTED = stack("swarmha/web:2");

  @Tag("core")
  @Fault("stale version race")
  void readsWhatSomebodyElseHasWrittenFirst(LabSwarm lab) {
    Scene scene = new Scene(lab).given(WANTED);
    scene.deploy(stack("swarmha/web:1"), "--stable-for", "1s").ended(0, "deployed");

    try (EngineRelay relay = new EngineRelay(lab.endpoint("m1"), id -> updateByHand(lab, id))) {
      Scene.Result result = scene.deployAt(relay.address(), WANTED).ended(0, "deployed");

      assertRefusedOnceAndReadAgain(relay.updates());
      assertThat(result.finished().events("note"))
          .extracting(note -> note.path("message").asText())
          .anyMatch(note -> note.contains("was changed by somebody else meanwhile"));
    }
    scene.assertAsBefore();
  }

  private static void updateByHand(LabSwarm lab, String service) {
    lab.exec("m1", "docker", "service", "update", "--detach", "--env-add=BY=hand", service);
  }

  private static void assertRefusedOnceAndReadAgain(List<Update> updates) {
    String raced = updates.get(0).service();
    List<Update> ofRaced = updates.stream().filter(each -> each.service().equals(raced)).toList();

    assertThat(updates).extracting(Update::status).containsExactlyInAnyOrder(500, 200, 200);
    assertThat(ofRaced).extracting(Update::status).containsExactly(500, 200);
    assertThat(ofRaced.get(1).version()).isGreaterThan(ofRaced.get(0).version());
  }

  private static String stack(String image) {
    return web(image)
        + """
          extra:
            image: %s
            deploy: {endpoint_mode: dnsrr, restart_policy: {delay: 1s}}
        """
            .formatted(image);
  }
}
