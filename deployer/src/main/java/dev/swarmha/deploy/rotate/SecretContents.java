package dev.swarmha.deploy.rotate;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.engine.OtherContentException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the contents of secrets with those of a file. The Engine never gives them back, but
 * accepts an update only with the content that it has: so each secret is written as it is, with the
 * content of the file. Nothing of it changes but its version, and no task notices.
 */
public final class SecretContents {

  private final SwarmEngine engine;

  public SecretContents(SwarmEngine engine) {
    this.engine = engine;
  }

  /** Those of these secrets whose content in the swarm is another than the one they should have. */
  public Set<ResourceRef> different(Collection<DesiredResource> secrets, Snapshot snapshot) {
    Set<ResourceRef> different = new TreeSet<>();
    for (DesiredResource secret : secrets) {
      Resource observed = snapshot.find(ResourceKind.SECRET, secret.ref().name()).orElseThrow();
      try {
        WriteOptions content = WriteOptions.of(secret.payload().orElseThrow());
        engine.update(observed, observed.spec(), content);
      } catch (OtherContentException other) {
        different.add(secret.ref());
      }
    }
    return different;
  }
}
