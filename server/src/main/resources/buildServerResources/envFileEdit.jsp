<%@ include file="taglibs.jspf" %>
<jsp:useBean id="form" class="org.ecsdelivery.server.EnvFileForm"/>
<%@ include file="edit.jspf" %>
