<%@ include file="taglibs.jspf" %>
<jsp:useBean id="form" class="org.ecsdelivery.server.DoctorForm"/>
<%@ include file="view.jspf" %>
