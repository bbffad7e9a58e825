package dev.swarmha.deploy.store;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import java.util.Map;

/** Creates a secret or a config. */
public final class CreateStored {

  private final SwarmEngine engine;

  public CreateStored(SwarmEngine engine) {
    this.engine = engine;
  }

  /**
   * Creates one.
   *
   * @throws NameTakenException when the name is taken; neither kind can be changed afterwards
   * @throws EngineRefusedException when the data is empty or larger than Swarm takes
   */
  public Outcome run(StoredKind stored, String name, Payload payload, Map<String, String> labels) {
    String what = stored.kind().word() + " " + name;
    if (payload.size() == 0) {
      throw new EngineRefusedException(what + " would be empty; Swarm does not take that");
    }
    if (payload.size() > stored.largest()) {
      throw new EngineRefusedException(
          what
              + " has "
              + payload.size()
              + " bytes; Swarm takes "
              + stored.largest()
              + " at the most");
    }
    Mapping spec =
        Mapping.builder().put("Name", name).put("Labels", Mapping.ofTexts(labels)).build();
    engine.create(stored.kind(), spec, WriteOptions.of(payload));
    return new Outcome.Done(what + " created");
  }
}
