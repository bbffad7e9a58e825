package dev.swarmha.cli.complete;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * What an argument names. Declared once, as the completion candidates of the argument; who
 * completes it, asks for {@link #kinds}. By itself it has no candidates: an Engine has to be asked
 * for them.
 */
public abstract class Named implements Iterable<String> {

  private final List<NameKind> kinds;

  Named(NameKind... kinds) {
    this.kinds = List.of(kinds);
  }

  /** What the names are of; any of these. */
  public final List<NameKind> kinds() {
    return kinds;
  }

  @Override
  public final Iterator<String> iterator() {
    return Collections.emptyIterator();
  }

  /** A stack. */
  public static final class Stack extends Named {
    public Stack() {
      super(NameKind.STACK);
    }
  }

  /** A service. */
  public static final class Service extends Named {
    public Service() {
      super(NameKind.SERVICE);
    }
  }

  /** A service of the stack that the command is about. */
  public static final class ServiceOfStack extends Named {
    public ServiceOfStack() {
      super(NameKind.SERVICE_OF_STACK);
    }
  }

  /** A service, followed by a number of replicas. */
  public static final class ServiceToScale extends Named {
    public ServiceToScale() {
      super(NameKind.SERVICE_TO_SCALE);
    }
  }

  /** A stack or a service. */
  public static final class StackOrService extends Named {
    public StackOrService() {
      super(NameKind.STACK, NameKind.SERVICE);
    }
  }

  /** A service or a task. */
  public static final class ServiceOrTask extends Named {
    public ServiceOrTask() {
      super(NameKind.SERVICE, NameKind.TASK);
    }
  }

  /** Whatever has tasks, or is one. */
  public static final class StackServiceOrTask extends Named {
    public StackServiceOrTask() {
      super(NameKind.STACK, NameKind.SERVICE, NameKind.TASK);
    }
  }

  /** A node. */
  public static final class Node extends Named {
    public Node() {
      super(NameKind.NODE);
    }
  }

  /** A secret. */
  public static final class Secret extends Named {
    public Secret() {
      super(NameKind.SECRET);
    }
  }

  /** A config. */
  public static final class Config extends Named {
    public Config() {
      super(NameKind.CONFIG);
    }
  }

  /** A revision of the stack that the command is about. */
  public static final class Revision extends Named {
    public Revision() {
      super(NameKind.REVISION);
    }
  }

  /** A context of the docker CLI. */
  public static final class Context extends Named {
    public Context() {
      super(NameKind.CONTEXT);
    }
  }
}
