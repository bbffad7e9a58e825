package dev.swarmha.deploy.export;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.words.Worded;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentDiff;
import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file does not say of the networks that it declares. Where they are, a deploy leaves them
 * as they are; where they are not, it would make others.
 */
final class NetworkWords {

  private NetworkWords() {}

  /** A warning for each field that the file has lost. */
  static List<String> lost(DesiredStack loaded, Snapshot live) {
    List<String> warnings = new ArrayList<>();
    for (DesiredResource wanted : loaded.all(ResourceKind.NETWORK)) {
      live.find(ResourceKind.NETWORK, wanted.ref().name())
          .ifPresent(
              network ->
                  DocumentDiff.between(words(network.spec()), words(wanted.spec()))
                      .forEach(change -> warnings.add(told(wanted, change))));
    }
    return warnings;
  }

  private static Mapping words(Mapping spec) {
    Worded worded = NetworkEntry.of(spec);
    return Mapping.builder().putAll(worded.said()).putAll(worded.unsaid()).build();
  }

  private static String told(DesiredResource network, FieldChange change) {
    return network.ref()
        + ": the file cannot say "
        + change.path()
        + " as it is ("
        + change.before().map(Document::toString).orElse("nothing")
        + "); that matters only where a deploy has to make the network";
  }
}
