package org.ecsdelivery.sandbox.teamcity.pages;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jetbrains.buildServer.web.openapi.PlaceId;
import jetbrains.buildServer.web.openapi.WebControllerManager;
import org.springframework.web.servlet.mvc.Controller;

/** What a plugin registered with the web part of the server: controllers by address, fragments and tabs by place. */
public final class RegisteredPages implements WebControllerManager {
    private final Map<String, Controller> controllers = new ConcurrentHashMap<>();
    private final Map<String, RegisteredPlace> places = new ConcurrentHashMap<>();

    @Override
    public void registerController(String path, Controller controller) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The address " + path + " of a controller must begin with a slash.");
        }
        controllers.put(path, controller);
    }

    @Override
    public RegisteredPlace getPlaceById(PlaceId placeId) {
        return places.computeIfAbsent(placeId.toString(), unseen -> new RegisteredPlace(placeId));
    }

    /** Finds what answers at a path; an address that ends with two asterisks stands for all below it. */
    public Optional<Controller> controller(String path) {
        Controller exact = controllers.get(path);
        if (exact != null) {
            return Optional.of(exact);
        }
        return controllers.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/**"))
                .filter(entry -> path.startsWith(
                        entry.getKey().substring(0, entry.getKey().length() - 2)))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
