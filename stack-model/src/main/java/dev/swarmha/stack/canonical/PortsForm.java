package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.value.PortSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short ports, each of which may stand for many, to long ones; long ones stay as they are. */
final class PortsForm implements Form {

  // Each range may stand for all there are; more than so many cannot even be published.
  private static final int MOST_PORTS = 65_536;

  private final Diagnostics problems;
  private long all;

  PortsForm(Diagnostics problems) {
    this.problems = problems;
  }

  @Override
  public Document apply(DocumentPath path, Document document) {
    List<Document> ports = new ArrayList<>();
    List<Document> written = document.asSequence().orElseGet(Sequence::of).items();
    for (int i = 0; i < written.size(); i++) {
      Document port = written.get(i);
      if (port instanceof Mapping mapping) {
        ports.addAll(single(path.child(i), mapping));
      } else {
        ports.addAll(longForms(path.child(i), port));
      }
    }
    return new Sequence(ports, document.origin());
  }

  /** A long form is one port, unless it names ports as texts, which may be ranges of them. */
  private List<Document> single(DocumentPath path, Mapping port) {
    Optional<String> target = port.text("target");
    Optional<String> published = port.text("published");
    if (target.isEmpty() && published.isEmpty()) {
      return List.of(port);
    }
    String inside = port.get("target").map(Document::toString).orElse("");
    String outside = port.get("published").map(value -> value + ":").orElse("");
    List<Document> ports = new ArrayList<>();
    for (PortSyntax.Entry entry : entries(path, port, PortSyntax.parse(outside + inside))) {
      Mapping one = port.with("target", numberLike(entry.target(), port, "target"));
      ports.add(
          entry.published().isPresent()
              ? one.with("published", numberLike(entry.published().getAsInt(), port, "published"))
              : one.without("published"));
    }
    return ports;
  }

  private static Document numberLike(int number, Mapping port, String key) {
    return Document.number(number)
        .withOrigin(port.get(key).map(Document::origin).orElse(port.origin()));
  }

  private List<Document> longForms(DocumentPath path, Document written) {
    PortSyntax.Ports ports = PortSyntax.parse(written.toString());
    ports
        .address()
        .ifPresent(
            address ->
                problems.add(
                    Diagnostic.warning(
                        "ignored-key",
                        written.origin(),
                        path,
                        "the address " + address + " is ignored: Swarm publishes on all of them")));
    List<Document> forms = new ArrayList<>();
    for (PortSyntax.Entry entry : entries(path, written, ports)) {
      Mapping.Builder port = Mapping.builder().put("mode", "ingress").put("target", entry.target());
      entry.published().ifPresent(number -> port.put("published", number));
      forms.add(port.put("protocol", entry.protocol()).build(written.origin()));
    }
    return forms;
  }

  private List<PortSyntax.Entry> entries(
      DocumentPath path, Document written, PortSyntax.Ports ports) {
    all += ports.size();
    if (all <= MOST_PORTS) {
      return ports.entries();
    }
    String message = "the ports of the stack are more than " + MOST_PORTS;
    problems.add(Diagnostic.error("bad-value", written.origin(), path, message));
    return List.of();
  }
}
