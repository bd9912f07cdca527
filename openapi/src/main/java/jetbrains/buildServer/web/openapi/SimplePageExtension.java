package jetbrains.buildServer.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.jetbrains.annotations.NotNull;

/** A fragment with settable parts; it must be registered, except where a subclass does so itself. */
public class SimplePageExtension implements PageExtension {
    protected final PagePlaces myPagePlaces;
    protected List<String> myCssPaths = new ArrayList<>();
    protected List<String> myJsPaths = new ArrayList<>();

    private PlaceId place;
    private String name = "";
    private String url = "";
    private PositionConstraint position = PositionConstraint.UNDEFINED;

    public SimplePageExtension(PagePlaces pagePlaces) {
        this.myPagePlaces = pagePlaces;
    }

    public SimplePageExtension(
            @NotNull PagePlaces pagePlaces, @NotNull PlaceId placeId, @NotNull String pluginName, String includeUrl) {
        this.myPagePlaces = pagePlaces;
        this.place = placeId;
        this.name = pluginName;
        this.url = includeUrl;
    }

    public void register() {
        myPagePlaces.getPlaceById(place).addExtension(this, position);
    }

    public void unregister() {
        myPagePlaces.getPlaceById(place).removeExtension(this);
    }

    public PlaceId getPlaceId() {
        return place;
    }

    public void setPlaceId(@NotNull PlaceId placeId) {
        this.place = placeId;
    }

    public void setPosition(@NotNull PositionConstraint position) {
        this.position = position;
    }

    public void setPluginName(String pluginName) {
        this.name = pluginName;
    }

    public void setIncludeUrl(String includeUrl) {
        this.url = includeUrl;
    }

    public SimplePageExtension addCssFile(@NotNull String path) {
        myCssPaths.add(path);
        return this;
    }

    public SimplePageExtension addJsFile(@NotNull String path) {
        myJsPaths.add(path);
        return this;
    }

    @Override
    @NotNull
    public String getPluginName() {
        return name;
    }

    @Override
    @NotNull
    public String getIncludeUrl() {
        return url;
    }

    @Override
    @NotNull
    public List<String> getCssPaths() {
        return myCssPaths;
    }

    @Override
    @NotNull
    public List<String> getJsPaths() {
        return myJsPaths;
    }

    @Override
    public boolean isAvailable(@NotNull HttpServletRequest request) {
        return true;
    }

    @Override
    public void fillModel(@NotNull Map<String, Object> model, @NotNull HttpServletRequest request) {
        // a fragment without a model of its own
    }

    protected boolean isGet(@NotNull HttpServletRequest request) {
        return "GET".equalsIgnoreCase(request.getMethod());
    }

    protected boolean isPost(@NotNull HttpServletRequest request) {
        return "POST".equalsIgnoreCase(request.getMethod());
    }

    @Override
    public String toString() {
        return name + " at " + place;
    }
}
