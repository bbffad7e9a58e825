package dev.swarmha.engine.testkit.contract;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.testkit.ForwardingConnection;

/** A connection that loses the answer to the first change, after the change has been made. */
final class LostAnswers implements ForwardingConnection {

  private final EngineConnection connection;
  private boolean hasLostOne;

  LostAnswers(EngineConnection connection) {
    this.connection = connection;
  }

  @Override
  public EngineConnection forwarded() {
    return connection;
  }

  boolean hasLostOne() {
    return hasLostOne;
  }

  private <T> T answer(T answer) {
    if (hasLostOne) {
      return answer;
    }
    hasLostOne = true;
    throw EngineUnreachableException.unanswered("the answer is lost", null);
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    return answer(engine().create(kind, spec, options));
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    return answer(engine().update(observed, spec, options));
  }

  @Override
  public void remove(Resource observed) {
    engine().remove(observed);
    Resource unused = answer(observed);
  }
}
