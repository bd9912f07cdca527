<%@ include file="taglibs.jspf" %>
<jsp:useBean id="form" class="org.ecsdelivery.server.DeployForm"/>
<%@ include file="edit.jspf" %>
