package jetbrains.buildServer.serverSide;

import java.util.Collection;
import java.util.Map;

/** Checks the parameters a person entered; the map is the live one, so it may be mended too. */
public interface PropertiesProcessor {
    Collection<InvalidProperty> process(Map<String, String> properties);
}
