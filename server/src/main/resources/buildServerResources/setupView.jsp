<%@ include file="taglibs.jspf" %>
<jsp:useBean id="form" class="org.ecsdelivery.server.SetupForm"/>
<%@ include file="view.jspf" %>
