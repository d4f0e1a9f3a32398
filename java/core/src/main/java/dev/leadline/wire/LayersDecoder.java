package dev.leadline.wire;

import dev.leadline.event.Layer;
import dev.leadline.event.Scope;
import java.util.ArrayList;
import java.util.List;

/** The frames that others stand upon, as {@code base} and {@code layers} records name them. */
final class LayersDecoder {

  private static final Names<Scope> SCOPES = Names.of(Scope.class, Scope::wireName);

  private final SharedStrings strings;

  LayersDecoder(SharedStrings strings) {
    this.strings = strings;
  }

  /** A list of layers; empty where there is none. */
  List<Layer> of(Fields fields, String name) throws MalformedRecordException {
    List<Layer> layers = new ArrayList<>();
    for (Fields layer : fields.objectsOrNone(name)) {
      layers.add(
          new Layer(
              strings.shared(layer.text("file")),
              strings.shared(layer.text("function")),
              scope(layer),
              strings.shared(layer.text("module"))));
    }
    return layers;
  }

  /** The scope that a frame or a code object has. */
  static Scope scope(Fields fields) throws MalformedRecordException {
    String name = fields.text("scope");
    return SCOPES
        .find(name)
        .orElseThrow(() -> new MalformedRecordException("there is no scope \"" + name + "\""));
  }
}
