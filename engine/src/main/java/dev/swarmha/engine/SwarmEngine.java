package dev.swarmha.engine;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.time.Deadline;
import java.util.List;
import java.util.Optional;

/**
 * A swarm, seen through one of its managers. Every method asks the Engine anew and throws an {@link
 * EngineException} when it does not answer or refuses, or when the calling thread is interrupted
 * ({@link EngineInterruptedException}).
 */
public interface SwarmEngine {

  /**
   * The same swarm for somebody whose time is up at the deadline: a question that has no answer
   * until then fails with an {@link EngineUnreachableException}, and so does one that is asked
   * later. A change keeps its own time, since without its answer nobody knows whether it was made.
   */
  SwarmEngine until(Deadline deadline);

  EngineInfo info();

  /** All nodes, ordered by host name. */
  List<Node> nodes();

  /**
   * Tasks with their history as far as the managers keep it, ordered by creation.
   *
   * @throws NotFoundException when the query names a service that is gone; its last tasks may still
   *     be there, for other queries to find
   */
  List<Task> tasks(TaskQuery query);

  /**
   * Objects of one kind, ordered by name. Networks are those of swarm scope. The data of secrets is
   * never read; that of configs is, and stands in the spec as the Engine gives it.
   */
  List<Resource> list(ResourceKind kind, Selector selector);

  /**
   * One object by its id. Unlike a list it knows the networks, too, that stand in the swarm for
   * those that every node has by itself, such as {@code host}.
   */
  Optional<Resource> find(ResourceKind kind, ResourceId id);

  /**
   * Makes a new object.
   *
   * @throws NameTakenException when an object of this kind and name is there already
   */
  Written create(ResourceKind kind, Mapping spec, WriteOptions options);

  /**
   * Replaces an object's spec, if the object is still what was observed. Of a secret or config only
   * the labels can change; sending its content along proves that the content is still the same.
   *
   * @throws OtherContentException when the content sent is not that of the secret or config
   * @throws StaleVersionException when somebody else has changed it meanwhile
   * @throws NotFoundException when it is gone
   */
  Written update(Resource observed, Mapping spec, WriteOptions options);

  /**
   * Removes an object; one that is gone already counts as removed.
   *
   * @throws InUseException when something still refers to it
   */
  void remove(Resource observed);
}
