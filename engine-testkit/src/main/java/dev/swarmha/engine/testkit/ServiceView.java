package dev.swarmha.engine.testkit;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A service as it is at each question, seen from inside the swarm: looking makes no call to an
 * Engine.
 */
public final class ServiceView {

  private final ClusterState state;
  private final StoredObject service;

  ServiceView(ClusterState state, StoredObject service) {
    this.state = state;
    this.service = service;
  }

  private StoredObject now() {
    return state.find(service.id()).orElse(service);
  }

  public Resource resource() {
    return now().toResource();
  }

  public Mapping spec() {
    return now().spec();
  }

  /** The version index; it moves with each write, so an untouched service keeps it. */
  public long version() {
    return now().version();
  }

  /** The image without its digest, such as {@code web:1}. */
  public String image() {
    return ImageLibrary.withoutDigest(pinnedImage());
  }

  /** The image as it stands in the spec. */
  public String pinnedImage() {
    return now().service().task().image();
  }

  public Optional<UpdateState> updateState() {
    return now().updateStatus().map(UpdateStatus::state);
  }

  /** All tasks with their history, in order of creation. */
  public List<Task> tasks() {
    return stored().stream().map(task -> task.toTask(!state.isDirty(task))).toList();
  }

  private List<StoredTask> stored() {
    return state.tasksOf(service.id());
  }

  /** How many tasks run as the managers want. */
  public int running() {
    return (int) tasks().stream().filter(Task::isRunning).count();
  }

  /** How many tasks run on each node, by host name; nodes without one are left out. */
  public Map<String, Integer> runningByNode() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Task task : tasks()) {
      if (task.isRunning()) {
        task.node()
            .flatMap(state::node)
            .map(StoredNode::hostname)
            .ifPresent(host -> counts.merge(host, 1, Integer::sum));
      }
    }
    return counts;
  }

  /** The images of the tasks that run, without digests, each once. */
  public List<String> runningImages() {
    return tasks().stream()
        .filter(Task::isRunning)
        .map(task -> ImageLibrary.withoutDigest(task.image()))
        .distinct()
        .toList();
  }

  /** Its running task in a slot ends at this moment. */
  public void crash(int slot, int exitCode) {
    stored().stream()
        .filter(task -> task.slot().equals(Optional.of(slot)) && task.toTask(true).isRunning())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing runs in slot " + slot))
        .exit(exitCode, "");
  }
}
