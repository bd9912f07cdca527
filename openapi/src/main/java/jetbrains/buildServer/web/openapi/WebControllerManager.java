package jetbrains.buildServer.web.openapi;

import org.jetbrains.annotations.NotNull;
import org.springframework.web.servlet.mvc.Controller;

/** Where plugins register what answers at an address of the server. */
public interface WebControllerManager extends PagePlaces {
    void registerController(@NotNull String path, @NotNull Controller controller);
}
