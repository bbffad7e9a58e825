package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import dev.swarmha.engine.testkit.state.TaskSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often the task in one place was restarted; a new task template starts the count anew. */
final class RestartHistory {

  private record Place(ResourceId service, Optional<Integer> slot, Optional<ResourceId> node) {}

  private record Restarts(TaskSpec spec, List<Instant> times) {}

  private final Map<Place, Restarts> byPlace = new HashMap<>();

  void record(StoredObject service, StoredTask ended, Instant now) {
    Restarts known = byPlace.get(place(ended));
    if (known == null || !known.spec().equals(service.service().task())) {
      known = new Restarts(service.service().task(), new ArrayList<>());
      byPlace.put(place(ended), known);
    }
    known.times().add(now);
  }

  /** Restarts so far, or in the window up to now if there is one. */
  long count(StoredObject service, StoredTask ended, Duration window, Instant now) {
    Restarts known = byPlace.get(place(ended));
    if (known == null || !known.spec().equals(service.service().task())) {
      return 0;
    }
    Instant since = now.minus(window);
    return known.times().stream().filter(time -> window.isZero() || time.isAfter(since)).count();
  }

  private static Place place(StoredTask task) {
    return new Place(
        task.service(), task.slot(), task.slot().isPresent() ? Optional.empty() : task.node());
  }
}
