package dev.swarmha.deploy.store;

import dev.swarmha.deploy.Lookup;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.InUseException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import java.util.List;

/** Removes secrets or configs. */
public final class RemoveStored {

  private final SwarmEngine engine;

  public RemoveStored(SwarmEngine engine) {
    this.engine = engine;
  }

  /**
   * Removes all of these; a name that leads nowhere is found before anything is removed.
   *
   * @throws NotFoundException when one of them is not there
   * @throws InUseException when a service still uses one; those before it are gone then
   */
  public Outcome run(StoredKind stored, List<String> names) {
    String word = stored.kind().word();
    List<Resource> there = engine.list(stored.kind(), Selector.all());
    Lookup<Resource> lookup = new Lookup<>(word, each -> each.id().value(), Resource::name);
    List<Resource> found = names.stream().map(name -> lookup.find(there, name)).toList();
    found.forEach(engine::remove);
    return new Outcome.Done(
        word + " " + String.join(", ", found.stream().map(Resource::name).toList()) + " removed");
  }
}
