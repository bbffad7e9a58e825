package dev.swarmha.deploy.convert;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.model.Mount;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackVolume;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Mounts. Volumes are part of them: nodes make a volume from its mount when a task needs it. */
final class MountConverter {

  private static final String GROUP = "group:";
  private static final StackVolume UNDECLARED =
      new StackVolume(Optional.empty(), false, Optional.empty(), Map.of(), Map.of());

  private final Stack stack;
  private final ScopedNames names;

  MountConverter(Stack stack, ScopedNames names) {
    this.stack = stack;
    this.names = names;
  }

  Mapping convert(Mount mount) {
    SpecBuilder spec =
        new SpecBuilder()
            .always("Type", mount.type())
            .text("Source", source(mount))
            .text("Target", mount.target())
            .flag("ReadOnly", mount.readOnly())
            .text("Consistency", mount.consistency());
    switch (mount.type()) {
      case "volume" ->
          mount.source().ifPresent(key -> spec.always("VolumeOptions", volume(key, mount)));
      case "tmpfs" -> spec.document("TmpfsOptions", mount.tmpfs().map(MountConverter::tmpfs));
      case "cluster" -> spec.always("ClusterOptions", Mapping.empty());
      default -> spec.document("BindOptions", mount.bind().map(MountConverter::bind));
    }
    return spec.build();
  }

  private static Mapping tmpfs(Mount.TmpfsOptions tmpfs) {
    return new SpecBuilder().number("SizeBytes", tmpfs.size()).number("Mode", tmpfs.mode()).build();
  }

  private static Mapping bind(Mount.BindOptions bind) {
    return new SpecBuilder()
        .text("Propagation", bind.propagation())
        .flag("NonRecursive", !bind.recursive())
        .build();
  }

  private Optional<String> source(Mount mount) {
    boolean declared =
        mount.type().equals("volume")
            || (mount.type().equals("cluster")
                && mount.source().filter(source -> source.startsWith(GROUP)).isEmpty());
    return declared ? mount.source().map(key -> names.volume(key, declared(key))) : mount.source();
  }

  private StackVolume declared(String key) {
    return stack.volumes().getOrDefault(key, UNDECLARED);
  }

  private Mapping volume(String key, Mount mount) {
    StackVolume volume = declared(key);
    SpecBuilder options =
        new SpecBuilder()
            .flag("NoCopy", mount.volume().noCopy())
            .text("Subpath", mount.volume().subpath());
    if (volume.external()) {
      return options.build();
    }
    Map<String, String> labels = new TreeMap<>(volume.labels());
    labels.putAll(mount.volume().labels());
    Mapping driver =
        new SpecBuilder()
            .text("Name", volume.driver())
            .textsByName("Options", volume.driverOptions())
            .build();
    return options
        .always("Labels", names.labels(labels))
        .document("DriverConfig", Optional.of(driver).filter(config -> !config.isEmpty()))
        .build();
  }
}
