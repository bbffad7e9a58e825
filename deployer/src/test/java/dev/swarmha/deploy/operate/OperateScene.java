package dev.swarmha.deploy.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.StackBuilder;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.operate.OperateRequest.OperateTerms;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Services in a small swarm, and an operator. */
final class OperateScene {

  static final DocumentPath FORCE_UPDATE = DocumentPath.of("TaskTemplate", "ForceUpdate");

  final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
  final List<ProgressEvent> events = new ArrayList<>();
  Consumer<ProgressEvent> listener = event -> {};

  World world() {
    return new World(
        swarm.connection(),
        swarm.prober(),
        swarm.timeline(),
        event -> {
          events.add(event);
          listener.accept(event);
        });
  }

  void deploy(StackBuilder file) {
    assertThat(new DeployStack(world()).run(DeployRequest.of(file.build())))
        .isInstanceOf(Outcome.Deployed.class);
    events.clear();
    swarm.calls().clear();
  }

  void create(ServiceSpecBuilder service) {
    swarm.connection().swarm().create(ResourceKind.SERVICE, service.build(), WriteOptions.NONE);
  }

  Outcome scale(String service, int replicas) {
    return run(OperateRequest.scale(Map.of(service, replicas), OperateTerms.DEFAULT));
  }

  Outcome restart(String... services) {
    return run(OperateRequest.restart(List.of(services), OperateTerms.DEFAULT));
  }

  Outcome stop(String... services) {
    return run(OperateRequest.stop(List.of(services), OperateTerms.DEFAULT));
  }

  Outcome start(String... services) {
    return run(OperateRequest.start(List.of(services), OperateTerms.DEFAULT));
  }

  Outcome run(OperateRequest request) {
    return new OperateServices(world()).run(request);
  }

  long replicas(String service) {
    return swarm
        .service(service)
        .spec()
        .at("Mode", "Replicated", "Replicas")
        .flatMap(Document::asLong)
        .orElse(1L);
  }

  List<String> notes() {
    return events.stream()
        .filter(event -> event instanceof ProgressEvent.Noted)
        .map(event -> ((ProgressEvent.Noted) event).message())
        .toList();
  }
}
