package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Node;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Lab
class NodeLabelTest {

  @Test
  void setsAndRemovesLabelsOfOneNode(LabSwarm lab) {
    lab.swarmha("node", "label", "w1", "zone=a", "disk=ssd").expect(0);
    lab.swarmha("node", "label", "w1", "zone=b", "disk-").expect(0);

    assertThat(labels(lab, "w1")).isEqualTo(Map.of("zone", "b"));
    assertThat(labels(lab, "w2")).isEmpty();
  }

  @Test
  void doesNotTouchANodeThatHasTheLabelsAlready(LabSwarm lab) {
    lab.swarmha("node", "label", "w1", "zone=a").expect(0);

    Finished again = lab.swarmha("node", "label", "w1", "zone=a", "--progress", "json").expect(0);

    assertThat(again.events("step-started")).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchNode(LabSwarm lab) {
    Finished finished = lab.swarmha("node", "label", "w9", "zone=a").expect(1);

    assertThat(finished.err()).contains("w9");
  }

  private static Map<String, String> labels(LabSwarm lab, String hostname) {
    return lab.swarm().nodes().stream()
        .filter(node -> node.hostname().equals(hostname))
        .map(Node::labels)
        .findFirst()
        .orElseThrow();
  }
}
