package dev.swarmha.wait;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.time.Deadline;
import java.util.List;
import java.util.Optional;

/** Shows a sketched swarm through the Engine's port; cannot be written to. */
final class ScriptedSwarm implements SwarmEngine {

  private final SwarmSketch sketch;
  private Optional<RuntimeException> failure = Optional.empty();
  private Runnable meanwhile = () -> {};
  private int calls;

  ScriptedSwarm(SwarmSketch sketch) {
    this.sketch = sketch;
  }

  /** From now on, no call is answered. */
  void fail(RuntimeException with) {
    failure = Optional.of(with);
  }

  void recover() {
    failure = Optional.empty();
  }

  /** Something that happens from now on while a question waits for its answer. */
  void meanwhile(Runnable event) {
    meanwhile = event;
  }

  int calls() {
    return calls;
  }

  @Override
  public SwarmEngine until(Deadline deadline) {
    return this;
  }

  @Override
  public List<Node> nodes() {
    answer();
    return sketch.snapshot().nodes();
  }

  @Override
  public List<Task> tasks(TaskQuery query) {
    answer();
    return sketch.snapshot().tasks();
  }

  @Override
  public List<Resource> list(ResourceKind kind, Selector selector) {
    answer();
    return sketch.snapshot().all(kind);
  }

  @Override
  public Optional<Resource> find(ResourceKind kind, ResourceId id) {
    answer();
    return sketch.snapshot().find(kind, id);
  }

  private void answer() {
    calls++;
    meanwhile.run();
    failure.ifPresent(
        it -> {
          throw it;
        });
  }

  @Override
  public EngineInfo info() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(Resource observed) {
    throw new UnsupportedOperationException();
  }
}
