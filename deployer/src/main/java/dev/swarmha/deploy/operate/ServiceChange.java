package dev.swarmha.deploy.operate;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;

/** What is to become of a service, whatever it is now. Pure. */
@FunctionalInterface
interface ServiceChange {

  Decision on(Resource service);

  /** What is to be done about one service. */
  sealed interface Decision {

    /** It gets another spec. */
    record Write(Mapping spec, FieldChange change, String cause) implements Decision {
      public Write {
        requireNonNull(spec, "spec");
        requireNonNull(change, "change");
        requireNonNull(cause, "cause");
      }
    }

    /** It is so already. */
    record Nothing(String note) implements Decision {
      public Nothing {
        requireNonNull(note, "note");
      }
    }

    /** It cannot be done; the message says what can. */
    record Refused(String problem) implements Decision {
      public Refused {
        requireNonNull(problem, "problem");
      }
    }
  }
}
