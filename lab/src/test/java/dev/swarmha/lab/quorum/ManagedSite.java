package dev.swarmha.lab.quorum;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import dev.swarmha.lab.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A stack on a swarm of several managers, through some of which it is deployed. */
final class ManagedSite {

  private static final String STACK = "lab/src/test/resources/stacks/rollout.yml";

  private final LabSwarm lab;

  ManagedSite(LabSwarm lab) {
    this.lab = lab;
  }

  /** The host names of the managers, the leader's before the others. */
  List<String> leaderFirst() {
    List<Node> nodes = lab.swarm().nodes();
    List<String> managers = new ArrayList<>();
    nodes.stream().filter(Node::isLeader).forEach(node -> managers.add(node.hostname()));
    nodes.stream()
        .filter(node -> node.role() == Node.Role.MANAGER && !node.isLeader())
        .forEach(node -> managers.add(node.hostname()));
    assertThat(managers).hasSize(3);
    return managers;
  }

  /** Deploys the stack for the first time, when all is well. */
  void given() {
    lab.swarmha("deploy", "-c", STACK, "site", "--progress", "json").expect(0);
  }

  /** Begins a rollout of tasks that need ten seconds each, one after the other. */
  Running start(List<String> hosts) {
    return lab.program()
        .with("WEB_IMAGE", "swarmha/web:slow")
        .start(command(hosts, "deploy", "-c", STACK, "site", "--progress", "json"));
  }

  /** Begins such a rollout, and waits until the first of the tasks is on its way. */
  Running startAndAwaitTasks(List<String> hosts) {
    Running deploy = start(hosts);
    eventually(
        () -> assertThat(deploy.out()).contains("\"state\":\"starting\""), Duration.ofSeconds(60));
    return deploy;
  }

  /**
   * Nothing that is sent to a manager's endpoint arrives for a while. The swarm does not notice:
   * were the manager cut off, the workers that speak through it might go down with it.
   */
  void silence(String manager, Duration time) throws InterruptedException {
    firewall(manager, "--insert");
    try {
      new SystemTimeline().sleep(time);
    } finally {
      firewall(manager, "--delete");
    }
  }

  private void firewall(String manager, String change) {
    lab.exec(
        manager, "iptables", change, "INPUT", "--protocol", "tcp", "--dport", "2375", "-j", "DROP");
  }

  /** Runs a command with these managers' Engines, in this order. */
  Finished run(List<String> hosts, String... words) {
    return lab.program().run(command(hosts, words));
  }

  /** The words of a command with these managers' Engines, in this order. */
  String[] command(List<String> hosts, String... words) {
    List<String> arguments = new ArrayList<>();
    hosts.forEach(host -> arguments.addAll(List.of("-H", lab.endpoint(host))));
    arguments.addAll(List.of(words));
    return arguments.toArray(String[]::new);
  }

  /** The swarm as one of the managers sees it. */
  Observed observed(String manager) {
    return new Observed(lab.connection(manager).swarm());
  }
}
