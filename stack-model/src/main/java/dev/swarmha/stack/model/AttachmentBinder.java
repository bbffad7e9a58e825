package dev.swarmha.stack.model;

import dev.swarmha.document.Mapping;
import java.util.List;

/** The networks, ports, mounts, secrets and configs of a service to the model. */
final class AttachmentBinder {

  private static final String DEFAULT_NETWORK = "default";

  Attachments bind(Fields service) {
    return new Attachments(
        networks(service),
        service.sections("ports").map(AttachmentBinder::port).toList(),
        service.sections("volumes").map(AttachmentBinder::mount).toList(),
        service.sections("secrets").map(AttachmentBinder::file).toList(),
        service.sections("configs").map(AttachmentBinder::file).toList());
  }

  private static List<NetworkUse> networks(Fields service) {
    Mapping networks = service.mapping().mapping("networks");
    if (networks.isEmpty()) {
      return List.of(new NetworkUse(DEFAULT_NETWORK, List.of(), Mapping.empty().texts()));
    }
    return service.each("networks", use -> use).entrySet().stream()
        .map(
            entry ->
                new NetworkUse(
                    entry.getKey(),
                    entry.getValue().texts("aliases"),
                    entry.getValue().textsByName("driver_opts")))
        .toList();
  }

  private static Port port(Fields port) {
    return new Port(
        port.smallNumber("target").orElse(0),
        port.smallNumber("published").filter(number -> number != 0),
        port.text("protocol"),
        port.text("mode"),
        port.text("name"));
  }

  private static Mount mount(Fields mount) {
    Fields volume = mount.sectionOrNone("volume");
    return new Mount(
        mount.text("type").orElse(""),
        mount.text("source"),
        mount.text("target"),
        mount.flag("read_only"),
        mount.text("consistency"),
        new Mount.VolumeOptions(
            volume.flag("nocopy"), volume.text("subpath"), volume.textsByName("labels")),
        mount.section("bind").map(AttachmentBinder::bindOptions),
        mount
            .section("tmpfs")
            .map(tmpfs -> new Mount.TmpfsOptions(tmpfs.number("size"), tmpfs.number("mode"))));
  }

  private static Mount.BindOptions bindOptions(Fields bind) {
    boolean recursive = bind.text("recursive").filter("disabled"::equals).isEmpty();
    return new Mount.BindOptions(bind.text("propagation"), recursive);
  }

  private static FileUse file(Fields use) {
    return new FileUse(
        use.text("source").orElse(""),
        use.text("target"),
        use.text("uid"),
        use.text("gid"),
        use.number("mode"));
  }
}
