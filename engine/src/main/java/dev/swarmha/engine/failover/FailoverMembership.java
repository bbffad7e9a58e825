package dev.swarmha.engine.failover;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.SwarmMembership;
import dev.swarmha.engine.SwarmSettings;
import java.util.Optional;

/**
 * Forming, joining and leaving a swarm is about one Engine; nodes that are struck off, settings,
 * tokens and the key are the swarm's, and any manager has them.
 */
final class FailoverMembership implements SwarmMembership {

  private final Managers managers;

  FailoverMembership(Managers managers) {
    this.managers = managers;
  }

  @Override
  public ResourceId initialize(InitRequest request) {
    return only().initialize(request);
  }

  @Override
  public void join(JoinRequest request) {
    only().join(request);
  }

  @Override
  public void leave(boolean force) {
    only().leave(force);
  }

  private SwarmMembership only() {
    if (managers.all().size() > 1) {
      throw new EngineRefusedException(
          "forming, joining and leaving a swarm is about one Engine, and "
              + managers.all().size()
              + " are named");
    }
    return managers.all().get(0).connection().membership();
  }

  @Override
  public void strikeOff(ResourceId node) {
    managers.write(
        manager -> {
          manager.membership().strikeOff(node);
          return node;
        });
  }

  @Override
  public Optional<String> unlockKey() {
    return managers.read(manager -> manager.membership().unlockKey());
  }

  @Override
  public SwarmSettings settings() {
    return managers.read(manager -> manager.membership().settings());
  }

  @Override
  public void change(SwarmSettings observed, Mapping spec) {
    managers.write(
        manager -> {
          manager.membership().change(observed, spec);
          return spec;
        });
  }

  @Override
  public JoinTokens tokens() {
    return managers.read(manager -> manager.membership().tokens());
  }

  @Override
  public JoinTokens rotateToken(Role role) {
    return managers.write(manager -> manager.membership().rotateToken(role));
  }
}
