<%@ include file="taglibs.jspf" %>
<jsp:useBean id="form" class="org.ecsdelivery.server.TaskForm"/>
<%@ include file="view.jspf" %>
