<%@ include file="taglibs.jspf" %>
<jsp:useBean id="form" class="org.ecsdelivery.server.ImageForm"/>
<%@ include file="edit.jspf" %>
