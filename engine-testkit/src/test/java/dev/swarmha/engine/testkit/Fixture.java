package dev.swarmha.engine.testkit;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.WriteOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A swarm with short words for what its own tests do all the time. */
record Fixture(InMemorySwarm swarm) {

  static Fixture withNodes(String first, String... others) {
    return new Fixture(InMemorySwarm.withNodes(first, others));
  }

  SwarmEngine engine() {
    return swarm.connection().swarm();
  }

  ServiceView create(ServiceSpecBuilder spec) {
    Mapping document = spec.build();
    engine().create(ResourceKind.SERVICE, document, WriteOptions.NONE);
    return swarm.service(document.text("Name").orElseThrow());
  }

  /** Creates the service and lets it come up. */
  ServiceView start(ServiceSpecBuilder spec) {
    ServiceView view = create(spec);
    swarm.advance(Duration.ofSeconds(2));
    return view;
  }

  void update(ServiceView view, UnaryOperator<ServiceSpecBuilder> change) {
    Resource current = view.resource();
    Mapping spec = change.apply(ServiceSpecBuilder.of(current)).build();
    engine().update(current, spec, WriteOptions.NONE);
  }

  void changeNode(String name, UnaryOperator<Mapping> change) {
    Resource node = engine().list(ResourceKind.NODE, Selector.names(name)).get(0);
    engine().update(node, change.apply(node.spec()), WriteOptions.NONE);
  }

  void setAvailability(String name, String availability) {
    changeNode(name, spec -> spec.with("Availability", Document.text(availability)));
  }

  List<String> errors(ServiceView view) {
    return view.tasks().stream()
        .map(Task::status)
        .map(Task.Status::error)
        .filter(error -> !error.isEmpty())
        .distinct()
        .toList();
  }
}
